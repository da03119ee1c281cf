package io.github.sea4j.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may use whom in the core. */
@AnalyzeClasses(packages = "io.github.sea4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.sea4j.";

  private static final String[] BELOW_SOLVERS = {
    "search", "option", "solver", "problem", "loss", "fit", "operator", "linalg", "check", "random"
  };

  @ArchTest
  static final ArchRule directions =
      layers(
              "check",
              "concurrent",
              "random",
              "linalg",
              "operator",
              "fit",
              "loss",
              "problem",
              "instance",
              "metric",
              "theory",
              "solver",
              "option",
              "search",
              "sea",
              "greedy",
              "threshold",
              "exchange",
              "lasso",
              "exact",
              "bayes",
              "compose",
              "language")
          .whereLayer("check")
          .mayNotAccessAnyLayer()
          .whereLayer("random")
          .mayNotAccessAnyLayer()
          .whereLayer("linalg")
          .mayOnlyAccessLayers("concurrent")
          .whereLayer("operator")
          .mayOnlyAccessLayers("linalg", "concurrent", "check")
          .whereLayer("fit")
          .mayOnlyAccessLayers("operator", "linalg", "concurrent")
          .whereLayer("loss")
          .mayOnlyAccessLayers("fit", "operator", "linalg", "check")
          .whereLayer("problem")
          .mayOnlyAccessLayers("loss", "fit", "operator", "linalg", "check")
          .whereLayer("instance")
          .mayOnlyAccessLayers("problem", "loss", "operator", "linalg", "random", "check")
          .whereLayer("metric")
          .mayOnlyAccessLayers("problem", "linalg")
          .whereLayer("theory")
          .mayOnlyAccessLayers(
              "solver", "problem", "instance", "fit", "operator", "linalg", "check")
          .whereLayer("solver")
          .mayOnlyAccessLayers("problem", "operator", "check")
          .whereLayer("option")
          .mayOnlyAccessLayers("solver", "problem")
          .whereLayer("search")
          .mayOnlyAccessLayers(
              "option", "solver", "problem", "loss", "fit", "operator", "linalg", "check")
          .whereLayer("sea")
          .mayOnlyAccessLayers(BELOW_SOLVERS)
          .whereLayer("greedy")
          .mayOnlyAccessLayers(BELOW_SOLVERS)
          .whereLayer("threshold")
          .mayOnlyAccessLayers(BELOW_SOLVERS)
          .whereLayer("lasso")
          .mayOnlyAccessLayers(with(BELOW_SOLVERS, "concurrent"))
          .whereLayer("exact")
          .mayOnlyAccessLayers(with(BELOW_SOLVERS, "concurrent"))
          .whereLayer("bayes")
          .mayOnlyAccessLayers(with(BELOW_SOLVERS, "concurrent"))
          .whereLayer("exchange")
          .mayOnlyAccessLayers(with(BELOW_SOLVERS, "greedy"))
          .whereLayer("compose")
          .mayOnlyAccessLayers(with(BELOW_SOLVERS, "sea", "greedy", "exchange", "lasso", "bayes"))
          .whereLayer("language")
          .mayNotBeAccessedByAnyLayer();

  private static LayeredArchitecture layers(String... names) {
    LayeredArchitecture rule =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.github.sea4j..");
    for (String name : names) {
      rule = rule.layer(name).definedBy(ROOT + name + "..");
    }
    return rule;
  }

  private static String[] with(String[] names, String... more) {
    return Stream.concat(Arrays.stream(names), Arrays.stream(more)).toArray(String[]::new);
  }

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.github.sea4j.(*)..").should().beFreeOfCycles();

  /** EJML stays in the numerics and at the door where a user's matrix comes in. */
  @ArchTest
  static final ArchRule ejmlBelow =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "linalg..", ROOT + "operator..", ROOT + "problem..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ejml..");

  @ArchTest
  static final ArchRule solversNeverSeeTheTruth =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "instance..", ROOT + "theory..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "instance..");

  @ArchTest
  static final ArchRule noScreen =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .that()
          .haveSimpleName("package-info")
          .and(resideInAPackage("io.github.sea4j.."))
          .should()
          .beAnnotatedWith(NullMarked.class);

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
    for (JavaClass each : classes) {
      assertTrue(
          each.getPackage().tryGetPackageInfo().isPresent(),
          () -> each.getPackageName() + " has no package-info");
    }
  }
}
