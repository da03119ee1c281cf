package io.github.sea4j.cluster;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cluster that behaves as badly as a real one may, inside of this program. At {@code
 * rehearsal://good} trials run in another order, in classes of their own (nothing but bytes crosses
 * over), each task fails once and is run again, and every third trial comes back twice. At {@code
 * rehearsal://lost} no more comes after a few trials.
 */
public final class Rehearsal implements EngineProvider {

  public static final String GOOD = "rehearsal://good";
  public static final String LOST = "rehearsal://lost";

  private static final int LOST_AFTER = 5;

  @Override
  public boolean serves(Cluster cluster) {
    return cluster.address().startsWith("rehearsal:");
  }

  @Override
  public Engine start(Cluster cluster, Recipe recipe, Engine.Listener listener) {
    int most = cluster.address().equals(LOST) ? LOST_AFTER : Integer.MAX_VALUE;
    return new Stage(recipe, listener, most);
  }

  private static final class Stage implements Engine {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Random luck = new Random(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final Set<Assignment> failedOnce = Collections.synchronizedSet(new HashSet<>());
    private final Recipe recipe;
    private final Listener listener;
    private final int most;
    private final URLClassLoader elsewhere;

    Stage(Recipe recipe, Listener listener, int most) {
      this.recipe = recipe;
      this.listener = listener;
      this.most = most;
      this.elsewhere = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> url(new File(entry).toURI()))
          .toArray(URL[]::new);
    }

    private static URL url(URI place) {
      try {
        return place.toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void submit(List<Assignment> trials) {
      List<Assignment> shuffled = new ArrayList<>(trials);
      Collections.shuffle(shuffled, luck);
      shuffled.forEach(trial -> pool.execute(() -> run(trial)));
    }

    private void run(Assignment trial) {
      if (failedOnce.add(trial)) {
        pool.execute(() -> run(trial));
        return;
      }
      int number = begun.incrementAndGet();
      if (number == most) {
        listener.lost(new ClusterException(LOST + " was lost"));
      }
      if (number < most) {
        TrialReport report = there(trial);
        listener.done(trial, report);
        if (number % 3 == 0) {
          listener.done(trial, report);
        }
      }
    }

    private TrialReport there(Assignment trial) {
      try {
        Class<?> machine = elsewhere.loadClass(RehearsalMachine.class.getName());
        Object report =
            machine
                .getMethod("run", byte[].class)
                .invoke(
                    null,
                    (Object)
                        RehearsalMachine.bytes(
                            List.of(trial, recipe.experiment(), recipe.parameters())));
        return (TrialReport) RehearsalMachine.object((byte[]) report);
      } catch (ReflectiveOperationException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }
}
