package io.github.sea4j.cluster;

import io.github.sea4j.experiment.Experiments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;

/** What happens on the other side of a {@link Rehearsal}: bytes in, bytes out. */
public final class RehearsalMachine {

  private RehearsalMachine() {}

  /** Runs a trial. */
  @SuppressWarnings("unchecked")
  public static byte[] run(byte[] letter) throws IOException, InterruptedException {
    List<Object> parts = (List<Object>) object(letter);
    Recipe recipe = new Recipe((String) parts.get(1), (Map<String, String>) parts.get(2));
    return bytes(Experiments.study(recipe).report((Assignment) parts.get(0)));
  }

  static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  static Object object(byte[] bytes) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          protected Class<?> resolveClass(java.io.ObjectStreamClass type)
              throws ClassNotFoundException {
            return Class.forName(type.getName(), false, RehearsalMachine.class.getClassLoader());
          }
        }) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
