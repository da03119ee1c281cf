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
import org.jspecify.annotations.NullMarked;

/** Who may use whom in the core. */
@AnalyzeClasses(packages = "io.github.sea4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.sea4j.";

  @ArchTest
  static final ArchRule directions =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.github.sea4j..")
          .layer("linalg")
          .definedBy(ROOT + "linalg..")
          .layer("operator")
          .definedBy(ROOT + "operator..")
          .layer("leastsquares")
          .definedBy(ROOT + "leastsquares..")
          .layer("problem")
          .definedBy(ROOT + "problem..")
          .layer("solver")
          .definedBy(ROOT + "solver..")
          .layer("metric")
          .definedBy(ROOT + "metric..")
          .layer("theory")
          .definedBy(ROOT + "theory..")
          .whereLayer("linalg")
          .mayNotAccessAnyLayer()
          .whereLayer("operator")
          .mayOnlyAccessLayers("linalg")
          .whereLayer("leastsquares")
          .mayOnlyAccessLayers("operator", "linalg")
          .whereLayer("problem")
          .mayOnlyAccessLayers("operator", "linalg")
          .whereLayer("solver")
          .mayOnlyAccessLayers("leastsquares", "problem", "operator", "linalg")
          .whereLayer("metric")
          .mayOnlyAccessLayers("problem", "operator", "linalg")
          .whereLayer("theory")
          .mayOnlyAccessLayers("leastsquares", "problem", "operator", "linalg");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.github.sea4j.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyClassHasALayer =
      classes()
          .that()
          .resideInAPackage("io.github.sea4j..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(
              ROOT + "linalg..",
              ROOT + "operator..",
              ROOT + "leastsquares..",
              ROOT + "problem..",
              ROOT + "solver..",
              ROOT + "metric..",
              ROOT + "theory..");

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
          .resideInAnyPackage(ROOT + "solver..", ROOT + "leastsquares..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ROOT + "problem.Instance");

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
