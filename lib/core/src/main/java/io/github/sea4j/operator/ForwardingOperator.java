package io.github.sea4j.operator;

import io.github.sea4j.linalg.PackedVector;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An operator that hands every call on to another; its subclasses change some of them. */
public abstract class ForwardingOperator implements LinearOperator {

  /** The operator that calls go to. */
  protected final LinearOperator base;

  /** Hands every call on to this operator. */
  protected ForwardingOperator(LinearOperator base) {
    this.base = base;
  }

  @Override
  public int rows() {
    return base.rows();
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    base.apply(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    base.applyTranspose(y, x);
  }

  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    base.applyTranspose(y, x, count);
  }

  @Override
  public void column(int j, double[] out) {
    base.column(j, out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    base.gramColumn(j, out);
  }

  @Override
  public PackedVector packedColumn(int j) {
    return base.packedColumn(j);
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    return base.packedGramColumn(j);
  }

  @Override
  public double[] columnNorms() {
    return base.columnNorms();
  }

  @Override
  public double norm(BooleanSupplier giveUp) {
    return base.norm(giveUp);
  }

  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    return base.columnEnergies(weights);
  }

  @Override
  public long productCost() {
    return base.productCost();
  }

  @Override
  public long gramColumnCost() {
    return base.gramColumnCost();
  }

  @Override
  public Whitening whitening() {
    return base.whitening();
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
