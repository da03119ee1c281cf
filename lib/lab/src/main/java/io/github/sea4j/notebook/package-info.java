/**
 * What a Java notebook needs: how charts, tables and solutions look as the value of a cell, live
 * progress, and the preset.
 *
 * <p>Entry class: {@link io.github.sea4j.notebook.Notebook}; the kernel's start-up script calls
 * {@link io.github.sea4j.notebook.Notebook#init}. One class knows each kernel, {@code IJavaKernel}
 * and {@code JJavaKernel}: another kernel is one more {@code Kernel}. Outside a kernel everything
 * here does nothing. May use {@code plot}, the rooms of experiments and tables, and of the core
 * {@code instance}, {@code problem}, {@code operator} and {@code solver}.
 */
@NullMarked
package io.github.sea4j.notebook;

import org.jspecify.annotations.NullMarked;
