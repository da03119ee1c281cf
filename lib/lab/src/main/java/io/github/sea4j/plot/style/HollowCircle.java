package io.github.sea4j.plot.style;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A ring, wider than the other markers, so that one of them fits inside and both can be seen. */
public final class HollowCircle extends Marker {

  /** The one ring. */
  public static final Marker MARKER = new HollowCircle();

  private static final double WIDENING = 1.8;

  private HollowCircle() {}

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    double diameter = WIDENING * size;
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
  }
}
