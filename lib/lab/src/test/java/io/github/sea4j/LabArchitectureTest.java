package io.github.sea4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The directions in which packages of the lab may use each other. */
@AnalyzeClasses(packages = "io.github.sea4j", importOptions = DoNotIncludeTests.class)
class LabArchitectureTest {

  private static final String ROOT = "io.github.sea4j.";

  @ArchTest
  static void plotsKnowTablesAndNamesOnly(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "plot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages("search", "problem", "operator", "metric", "experiment", "notebook", "cli"))
        .check(all);
  }

  @ArchTest
  static void tablesKnowNothingOfOurs(JavaClasses all) {
    classes()
        .that()
        .resideInAPackage(ROOT + "table")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            packages(
                "solver",
                "problem",
                "operator",
                "metric",
                "theory",
                "experiment",
                "plot",
                "notebook",
                "cli"))
        .check(all);
  }

  @ArchTest
  static void experimentsNeitherDrawNorShow(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "experiment")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("plot", "notebook", "cli"))
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "experiment")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm..", "java.awt..")
        .check(all);
  }

  @ArchTest
  static void oneClassKnowsTheKernel(JavaClasses all) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "notebook.IJavaKernel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.spencerpark..")
        .check(all);
  }

  @ArchTest
  static void nothingUsesTheNotebookOrTheCommandLine(JavaClasses all) {
    for (String top : new String[] {"notebook", "cli"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + top)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + top)
          .check(all);
    }
  }

  @ArchTest
  static void noCycles(JavaClasses all) {
    SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(all);
  }

  private static String[] packages(String... names) {
    String[] full = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      full[i] = ROOT + names[i];
    }
    return full;
  }
}
