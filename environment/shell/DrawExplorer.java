import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.notebook.Notebook;
import io.github.sea4j.sea.Sea;
import java.nio.file.Path;

/** Writes the animation of README: SEA on six blurred spikes, tutorial 13's instance. */
class DrawExplorer {
  public static void main(String[] args) {
    var instance = Deconvolution.gaussian(100, 3.0).instance(6, 14);
    Notebook.animate(new Sea(), instance, Path.of(args[0]), 40);
  }
}
