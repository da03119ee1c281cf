package io.github.sea4j.documentation;

// start
import io.github.sea4j.exchange.Els;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solution;

public class QuickStart {

  public static void main(String[] arguments) {
    Instance instance = Deconvolution.gaussian(500, 3.0).instance(10, 1); // A, x*, y = A x*; seed 1
    Solution solution = new Els().from(new Sea()).solve(instance.problem()); // sees A, y and k only
    System.out.println(solution); // one line: columns, relative residual, why it stopped, time
    System.out.println(solution.support()); // the columns found, then the share missed:
    System.out.println(
        SupportMetrics.supportDistance(instance.truth().support(), solution.support()));
  }
}
// end
