"""What is published works without this repository: a program outside resolves it and runs."""

import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = pytest.mark.slow

PROJECT = ElementTree.parse(ROOT / "pom.xml").getroot()
VERSION = PROJECT.find("{*}version").text
PAGE = (ROOT / "lib" / "README.md").read_text(encoding="utf-8")
ADDRESSES = {
    "publish.url": "https://example.org/sea4j",
    "publish.scm": "https://example.org/sea4j.git",
}

# Only the two folders may answer: what is published, and what building it has fetched.
SETTINGS = """<settings>
  <profiles>
    <profile>
      <id>folders</id>
      <repositories>
        <repository><id>published</id><url>{published}</url></repository>
        <repository><id>fetched</id><url>{fetched}</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>fetched</id><url>{fetched}</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>folders</activeProfile></activeProfiles>
</settings>
"""

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>consumer</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  {dependencies}
  <build><pluginManagement><plugins>{plugins}</plugins></pluginManagement></build>
</project>
"""


def maven(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["mvn", "-B", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def succeeded(done: subprocess.CompletedProcess) -> str:
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr
    return done.stdout


def block(language: str, *words: str) -> str:
    """The block of the library's page that has all the words."""
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL)
    [only] = [text for text in found if all(word in text for word in words)]
    return only


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """A repository in a folder, with the core and the BOM as they would be published."""
    folder = tmp_path_factory.mktemp("published")
    succeeded(
        maven(
            ROOT,
            *["-P", "release", "-pl", ".,lib/bom,lib/core", "deploy"],
            *["-Dmaven.test.skip=true", "-Dspotless.check.skip=true"],
            *[f"-D{name}={address}" for name, address in ADDRESSES.items()],
            f"-DaltDeploymentRepository=folder::{folder.as_uri()}",
        )
    )
    return folder


@pytest.fixture(scope="module")
def offline(published, tmp_path_factory) -> list[str]:
    """Options that let Maven begin with nothing and reach no network."""
    told = succeeded(maven(ROOT, "-X", "-N", "validate"))
    fetched = Path(re.search(r"Using local repository at (.+)", told)[1])
    home = tmp_path_factory.mktemp("home")
    settings = home / "settings.xml"
    settings.write_text(
        SETTINGS.format(published=published.as_uri(), fetched=fetched.as_uri()), encoding="utf-8"
    )
    return [
        *["--offline", "-Daether.offline.protocols=file"],
        *["--settings", str(settings), "--global-settings", str(settings)],
        f"-Dmaven.repo.local={home / 'repository'}",
    ]


def version_of(plugin: str) -> str:
    """The version of a plugin in our own build, which has been fetched."""
    for managed in PROJECT.findall("{*}build/{*}pluginManagement/{*}plugins/{*}plugin"):
        if managed.find("{*}artifactId").text == plugin:
            return managed.find("{*}version").text
    raise LookupError(plugin)


def consumer(folder: Path, dependencies: str) -> Path:
    """A project of its own with the program of the library's page."""
    plugins = "".join(
        f"<plugin><artifactId>{name}</artifactId><version>{version_of(name)}</version></plugin>"
        for name in ("maven-resources-plugin", "maven-compiler-plugin")
    )
    folder.mkdir()
    pom = POM.format(dependencies=dependencies, plugins=plugins)
    (folder / "pom.xml").write_text(pom, encoding="utf-8")
    source = folder / "src" / "main" / "java" / "QuickStart.java"
    source.parent.mkdir(parents=True)
    source.write_text(block("java"), encoding="utf-8")
    return folder


def class_path(project: Path, offline: list[str]) -> list[str]:
    """Compiles the project and returns what its program runs with."""
    listed = project / "classpath"
    name = "maven-dependency-plugin"
    goal = f"org.apache.maven.plugins:{name}:{version_of(name)}:build-classpath"
    succeeded(maven(project, *offline, "compile", goal, f"-Dmdep.outputFile={listed}"))
    return [str(project / "target" / "classes"), *listed.read_text().split(":")]


def test_a_project_with_nothing_else_runs_the_program_of_the_page(published, offline, tmp_path):
    dependencies = f"<dependencies>{block('xml', 'sea4j-core')}</dependencies>"
    path = class_path(consumer(tmp_path / "consumer", dependencies), offline)
    [core] = [Path(p) for p in path if "sea4j" in Path(p).name]
    deployed = published / "io/github/sea4j/sea4j-core" / VERSION / f"sea4j-core-{VERSION}.jar"
    assert core.read_bytes() == deployed.read_bytes()
    ours = {p.name for p in (ROOT / "environment" / ".work" / "library" / "lib").glob("*.jar")}
    assert {Path(p).name for p in path[1:]} <= ours, "other libraries than we run and test with"
    java = Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java"
    done = subprocess.run(
        [java, "-cp", ":".join(path), "QuickStart"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    solution, support, missed = done.stdout.splitlines()
    assert "10 columns" in solution
    assert len(re.findall(r"\d+", support)) == 10
    assert missed == "0.0"


def test_the_bom_gives_the_version(published, offline, tmp_path):
    imported = block("xml", "sea4j-bom")
    unversioned = re.sub(r" *<version>.*</version>\n", "", block("xml", "sea4j-core"))
    dependencies = f"{imported}<dependencies>{unversioned}</dependencies>"
    path = class_path(consumer(tmp_path / "consumer", dependencies), offline)
    assert f"sea4j-core-{VERSION}.jar" in [Path(p).name for p in path]


def test_what_is_published_says_who_where_and_under_which_licence(published):
    poms = sorted(published.rglob("*.pom"))
    assert [p.name for p in poms] == [f"sea4j-{m}-{VERSION}.pom" for m in ("bom", "core")]
    for path in poms:
        project = ElementTree.parse(path).getroot()
        assert project.find("{*}parent") is None
        assert project.find("{*}url").text == ADDRESSES["publish.url"]
        assert project.find("{*}scm/{*}connection").text.endswith(ADDRESSES["publish.scm"])
        assert project.find("{*}licenses/{*}license/{*}name").text == "Apache-2.0"
        for told in ("name", "description", "developers/{*}developer/{*}name"):
            assert project.find("{*}" + told).text
    versions = [d.find("{*}version") for d in project.findall("{*}dependencies/{*}dependency")]
    assert versions
    assert all(re.fullmatch(r"[\d.]+", version.text) for version in versions)


def test_sources_and_javadoc_are_published_too(published):
    folder = published / "io/github/sea4j/sea4j-core" / VERSION
    for kind, entry in [("sources", "Sea.java"), ("javadoc", "Sea.html")]:
        with zipfile.ZipFile(folder / f"sea4j-core-{VERSION}-{kind}.jar") as jar:
            assert [name for name in jar.namelist() if name.endswith(f"/{entry}")]
    assert not list(folder.glob("*.asc")), "nothing is signed unless asked for"


def test_a_release_without_its_addresses_is_refused():
    done = maven(ROOT, "-N", "-P", "release", "validate")
    assert done.returncode != 0
    for name in ADDRESSES:
        assert f"-D{name}=" in done.stdout
