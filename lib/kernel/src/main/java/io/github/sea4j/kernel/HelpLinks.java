package io.github.sea4j.kernel;

import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the notebook's Help menu offers; it opens them in a tab beside the notebook. */
final class HelpLinks {

  /** The library's documentation, as the Jupyter server knows it; its page is on this machine. */
  private static final String DOCUMENTATION = "SEA4J_DOCUMENTATION";

  /** Where the server is below its host, on JupyterHub and Binder. */
  private static final String PREFIX = "JUPYTERHUB_SERVICE_PREFIX";

  private HelpLinks() {}

  static List<LanguageInfo.Help> of(Map<String, String> environment) {
    List<LanguageInfo.Help> links = new ArrayList<>();
    @Nullable String documentation = environment.get(DOCUMENTATION);
    if (documentation != null) {
      String url = environment.getOrDefault(PREFIX, "/") + documentation;
      links.add(new LanguageInfo.Help("sea4j Reference", url));
    }
    links.add(new LanguageInfo.Help("Java Reference", "https://docs.oracle.com/en/java/javase/"));
    links.add(new LanguageInfo.Help("IJava", "https://github.com/SpencerPark/IJava"));
    return links;
  }
}
