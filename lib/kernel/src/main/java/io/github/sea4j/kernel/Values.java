package io.github.sea4j.kernel;

import io.github.sea4j.kernel.output.ShortText;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/** How values show that end a cell. */
final class Values {

  private final Renderer renderer;

  Values(Renderer renderer) {
    this.renderer = renderer;
  }

  /** The value's own views; its text cut where that is too long for a notebook. */
  DisplayData show(Object value) {
    DisplayData data = value instanceof DisplayData display ? display : renderer.render(value);
    Object text = data.getData(MIMEType.TEXT_PLAIN);
    if (text != null) {
      data.putText(ShortText.of(text.toString()));
    }
    return data;
  }
}
