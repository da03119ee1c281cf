package io.github.sea4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            packages(
                "search", "problem", "operator", "metric", "experiment", "run", "notebook", "cli"))
        .check(all);
  }

  /** What each room of the lab may use of ours, as its package-info says. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("statistics", List.of()),
          Map.entry("table", List.of("statistics")),
          Map.entry("summary", List.of("table", "statistics", "language", "compose", "solver")),
          Map.entry("store", List.of("table", "statistics")),
          Map.entry("cluster", List.of("table")),
          Map.entry(
              "run", List.of("cluster", "store", "table", "statistics", "random", "concurrent")),
          Map.entry("plot.style", List.of("summary", "table", "language", "option", "solver")),
          Map.entry("plot", List.of("plot.style", "summary", "table")),
          Map.entry("data", List.of("operator", "operator.file")),
          Map.entry(
              "model",
              List.of(
                  "data", "store", "language", "greedy", "solver", "loss", "problem", "operator")),
          Map.entry(
              "selection",
              List.of(
                  "model",
                  "data",
                  "statistics",
                  "language",
                  "solver",
                  "problem",
                  "random",
                  "concurrent")),
          Map.entry("plot.select", List.of("plot", "plot.style", "summary", "table")),
          Map.entry("cli.io", List.of()));

  @ArchTest
  static void roomsUseWhatTheyMay(JavaClasses all) {
    ROOMS.forEach(
        (room, others) -> {
          List<String> may = new ArrayList<>(others);
          may.add(room);
          may.add("check"); // Checks of arguments and reasons of failures are for all packages.
          String[] allowed = packages(may.toArray(String[]::new));
          classes()
              .that()
              .resideInAPackage(ROOT + room)
              .should()
              .onlyDependOnClassesThat(
                  resideOutsideOfPackage(ROOT + ".").or(resideInAnyPackage(allowed)))
              .check(all);
        });
  }

  @ArchTest
  static void experimentsNeitherDrawNorShow(JavaClasses all) {
    noClasses()
        .that()
        .resideInAnyPackage(packages("experiment", "run", "cluster", "store", "table", "summary"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "plot..", ROOT + "notebook", ROOT + "cli", "org.knowm..", "java.awt..")
        .check(all);
  }

  @ArchTest
  static void oneClassKnowsEachKernel(JavaClasses all) {
    Map.of("IJavaKernel", "io.github.spencerpark..", "JJavaKernel", "org.dflib..")
        .forEach(
            (name, kernel) ->
                noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + "notebook." + name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(kernel)
                    .check(all));
  }

  @ArchTest
  static void nothingUsesTheNotebookOrTheCommandLine(JavaClasses all) {
    for (String top : new String[] {"notebook", "cli"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + top + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + top + "..")
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
