package io.github.sea4j.kernel.help;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which the index is stored. */
public final class IndexFile {

  private IndexFile() {}

  /** Writes types; the stream stays open. */
  public static void write(List<TypeDoc> types, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(types.size());
    for (TypeDoc type : types) {
      out.writeUTF(type.name());
      out.writeUTF(type.head());
      out.writeUTF(type.comment());
      write(type.source(), out);
      out.writeInt(type.members().size());
      for (MemberDoc member : type.members()) {
        write(member, out);
      }
    }
    out.flush();
  }

  private static void write(MemberDoc member, DataOutputStream out) throws IOException {
    out.writeUTF(member.name());
    List<String> parameters = member.parameters();
    out.writeInt(parameters == null ? -1 : parameters.size());
    for (String parameter : parameters == null ? List.<String>of() : parameters) {
      out.writeUTF(parameter);
    }
    out.writeUTF(member.head());
    out.writeUTF(member.type());
    out.writeUTF(member.comment());
    write(member.source(), out);
  }

  private static void write(Source source, DataOutputStream out) throws IOException {
    out.writeUTF(source.file());
    out.writeInt(source.line());
    out.writeInt(source.begin());
    out.writeInt(source.end());
  }

  /** Reads what {@link #write} wrote. */
  public static List<TypeDoc> read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int count = in.readInt();
    List<TypeDoc> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      String head = in.readUTF();
      String comment = in.readUTF();
      Source source = source(in);
      int size = in.readInt();
      List<MemberDoc> members = new ArrayList<>(size);
      for (int j = 0; j < size; j++) {
        members.add(member(in));
      }
      types.add(new TypeDoc(name, head, comment, source, members));
    }
    return types;
  }

  private static MemberDoc member(DataInputStream in) throws IOException {
    String name = in.readUTF();
    List<String> parameters = parameters(in);
    return new MemberDoc(name, parameters, in.readUTF(), in.readUTF(), in.readUTF(), source(in));
  }

  private static @Nullable List<String> parameters(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      return null;
    }
    List<String> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parameters.add(in.readUTF());
    }
    return parameters;
  }

  private static Source source(DataInputStream in) throws IOException {
    return new Source(in.readUTF(), in.readInt(), in.readInt(), in.readInt());
  }
}
