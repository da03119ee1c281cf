package io.github.sea4j.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** Who knows Spark, and what that may use of ours. */
@AnalyzeClasses(packages = "io.github.sea4j", importOptions = DoNotIncludeTests.class)
class SparkArchitectureTest {

  @ArchTest
  static void itUsesClusterExperimentAndRunAlone(JavaClasses all) {
    classes()
        .that()
        .resideInAPackage("io.github.sea4j.spark")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.sea4j.spark",
            "io.github.sea4j.cluster",
            "io.github.sea4j.experiment",
            "io.github.sea4j.run",
            "org.apache.spark..",
            "org.jspecify..",
            "scala..",
            "java..")
        .check(all);
  }

  @ArchTest
  static void nothingElseKnowsSpark(JavaClasses all) {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.sea4j.spark")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "io.github.sea4j.spark")
        .check(all);
  }
}
