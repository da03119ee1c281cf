package io.github.sea4j.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.sea4j.problem.Support;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.InflaterInputStream;

/** Reads an explorer's output back, as {@code explorer.js} does. */
final class FilmReader {

  /** What the page knows of one iteration; {@code unit} is the step of the exploration vector. */
  record Shown(
      int iteration,
      float residual,
      float best,
      int distinct,
      Support support,
      double[] estimate,
      double[] exploration,
      double unit) {}

  final String document;
  final JsonObject data;
  final List<Shown> frames = new ArrayList<>();

  FilmReader(String html) throws IOException {
    document = unescape(between(html, " srcdoc=\"", "\""));
    String json = between(document, "<script type=\"application/json\" id=\"data\">", "</script>");
    data = JsonParser.parseString(json).getAsJsonObject();
    String film = data.get("film").getAsString();
    byte[] zipped = Base64.getDecoder().decode(film.substring(film.indexOf(',') + 1));
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(zipped)))) {
      read(in);
      if (in.read() != -1) {
        throw new IOException("more bytes than frames");
      }
    }
  }

  private void read(DataInputStream in) throws IOException {
    int count = data.get("frames").getAsInt();
    int[] iterations = new int[count];
    float[] residuals = new float[count];
    float[] bests = new float[count];
    int[] distinct = new int[count];
    for (int t = 0; t < count; t++) {
      iterations[t] = in.readInt();
    }
    for (int t = 0; t < count; t++) {
      residuals[t] = in.readFloat();
    }
    for (int t = 0; t < count; t++) {
      bests[t] = in.readFloat();
    }
    for (int t = 0; t < count; t++) {
      distinct[t] = in.readInt();
    }
    List<Support> supports = supports(in, count);
    List<double[]> estimates = estimates(in, supports);
    short[] exponents = new short[count];
    boolean explores = data.get("explores").getAsBoolean();
    for (int t = 0; explores && t < count; t++) {
      exponents[t] = in.readShort();
    }
    byte[] codes = new byte[explores ? data.get("columns").getAsInt() : 0];
    for (int t = 0; t < count; t++) {
      double scale = t == 0 ? 1 : Math.scalb(1.0, exponents[t - 1] - exponents[t]);
      double[] exploration = new double[codes.length];
      for (int j = 0; j < codes.length; j++) {
        long expected = Math.max(-127, Math.min(127, Math.round(codes[j] * scale)));
        codes[j] = (byte) (expected + in.readByte());
        exploration[j] = Math.scalb((double) codes[j], exponents[t]);
      }
      frames.add(
          new Shown(
              iterations[t],
              residuals[t],
              bests[t],
              distinct[t],
              supports.get(t),
              estimates.get(t),
              exploration,
              Math.scalb(1.0, exponents[t])));
    }
  }

  private static List<Support> supports(DataInputStream in, int count) throws IOException {
    List<Support> supports = new ArrayList<>();
    Support now = Support.empty();
    for (int t = 0; t < count; t++) {
      int[] moved = new int[in.readUnsignedShort()];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = in.readUnsignedShort();
      }
      Support changed = Support.of(moved);
      now = now.minus(changed).union(changed.minus(now));
      supports.add(now);
    }
    return supports;
  }

  private List<double[]> estimates(DataInputStream in, List<Support> supports) throws IOException {
    double step = data.get("bound").getAsDouble() / data.get("levels").getAsInt();
    byte[] codes = new byte[data.get("columns").getAsInt()];
    List<double[]> estimates = new ArrayList<>();
    for (Support support : supports) {
      double[] values = new double[support.size()];
      for (int i = 0; i < values.length; i++) {
        codes[support.get(i)] += in.readByte();
        values[i] = codes[support.get(i)] * step;
      }
      estimates.add(values);
    }
    return estimates;
  }

  static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String unescape(String text) {
    return text.replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }
}
