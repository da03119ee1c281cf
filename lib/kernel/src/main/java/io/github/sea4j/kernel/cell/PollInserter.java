package io.github.sea4j.kernel.cell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts a call of {@link Poll#poll} at the start of methods and before jumps back. */
final class PollInserter {

  private static final String POLL = Poll.class.getName().replace('.', '/');

  private PollInserter() {}

  /**
   * The class with polls; the class as it is where it cannot take them: a method that would grow
   * beyond the limit of the format, or a format newer than the library that reads it knows.
   */
  static byte[] insert(byte[] compiled, int cell) {
    try {
      ClassReader reader = new ClassReader(compiled);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new Classes(writer, cell), 0);
      return writer.toByteArray();
    } catch (MethodTooLargeException | IllegalArgumentException notPossible) {
      return compiled;
    }
  }

  private static final class Classes extends ClassVisitor {

    private final int cell;

    Classes(ClassVisitor next, int cell) {
      super(Opcodes.ASM9, next);
      this.cell = cell;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      // An initialiser that throws would spoil its class for later cells.
      return new Methods(next, cell, !name.equals("<clinit>"));
    }
  }

  private static final class Methods extends MethodVisitor {

    private final int cell;
    private final boolean atStart;
    private final Set<Label> passed = new HashSet<>();

    Methods(MethodVisitor next, int cell, boolean atStart) {
      super(Opcodes.ASM9, next);
      this.cell = cell;
      this.atStart = atStart;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (atStart) {
        poll();
      }
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        poll();
      }
      super.visitJumpInsn(opcode, label);
    }

    private void poll() {
      super.visitLdcInsn(cell);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, POLL, "poll", "(I)V", false);
    }
  }
}
