package io.github.sea4j.kernel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Who may use whom in the kernel. */
@AnalyzeClasses(
    packages = "io.github.sea4j.kernel",
    importOptions = ImportOption.DoNotIncludeTests.class)
class KernelArchitectureTest {

  private static final String ROOT = "io.github.sea4j.kernel";

  /** A second kernel is one more package like this one. */
  @ArchTest
  static final ArchRule onePackageKnowsIJava =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.spencerpark..", "org.zeromq..", "com.google.gson..");

  @ArchTest
  static final ArchRule theLibraryIsNotNeeded =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.github.sea4j..").and(resideOutsideOfPackage(ROOT + "..")));

  @ArchTest
  static final ArchRule nothingUsesTheAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT);

  @ArchTest
  static final ArchRule cellsAndOutputStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".cell", ROOT + ".output")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".help", ROOT + ".complete", ROOT + ".error", ROOT + ".index");

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
