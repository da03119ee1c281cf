package io.github.sea4j.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.run.TrialFailedException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkProviderTest {

  @ParameterizedTest
  @CsvSource({
    "local, true",
    "local[2], true",
    "local[*], true",
    "spark://host:7077, true",
    "yarn, true",
    "k8s://https://host:6443, true",
    "local[], false",
    "local[0], false",
    "spark://host, false",
    "slurm, false"
  })
  void theAddressesAreThoseOfSpark(String address, boolean served) {
    assertEquals(served, new SparkProvider().serves(Cluster.spark(address)));
  }

  /** Not tried four times, as Spark does with what may go well elsewhere. */
  @Test
  void aTrialThatThrowsIsNamed() {
    TrialFailedException failed =
        Assertions.assertThrows(
            TrialFailedException.class,
            () ->
                Experiments.calibration()
                    .size(30)
                    .instances(1)
                    .solvers("omp")
                    .on(Cluster.spark("local[2]"))
                    .run());
    Assertions.assertTrue(String.valueOf(failed.getMessage()).contains("'omp'"));
  }
}
