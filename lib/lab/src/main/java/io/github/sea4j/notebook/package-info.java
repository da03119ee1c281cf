/**
 * What a Java notebook needs: how charts, tables and solutions look as the value of a cell, live
 * progress, and the preset.
 *
 * <p>{@link io.github.sea4j.notebook.Notebook} is the only entry; the kernel's start-up script
 * calls {@link io.github.sea4j.notebook.Notebook#init}. One class, {@code IJavaKernel}, knows the
 * kernel: another kernel is one more {@code Kernel}. Outside a kernel everything here does nothing.
 */
@NullMarked
package io.github.sea4j.notebook;

import org.jspecify.annotations.NullMarked;
