# Sourced by mvnw and guildhall: leaves a JDK of at least jdk_needed in JAVA_HOME, or stops.
# Toolchains would not do: Quarkus builds inside Maven's own JVM, so Maven itself has to run on it.
# Plain POSIX sh under "set -euf"; it must not disturb the caller's options.

jdk_needed=25

# The wrapper's properties name no host to download from; mvnw puts this in front of their path.
maven_site=maven.apache.org
: "${MVNW_REPOURL:=https://repo.$maven_site/maven2}"

# The major version a JDK states about itself: reading a file is quicker than starting a JVM.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_is_enough() {
  jdk_found=$(jdk_major "$1") && [ "${jdk_found:-0}" -ge "$jdk_needed" ]
}

# One candidate a line, so that a path may hold blanks.
jdk_candidates() (
  if javac=$(command -v javac); then
    javac=$(readlink -f "$javac")
    printf '%s\n' "${javac%/bin/javac}"
  fi
  set +f
  for home in /usr/lib/jvm/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/* \
    "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
    "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /opt/java/* /opt/jdk*; do
    [ ! -d "$home" ] || printf '%s\n' "$home"
  done
)

if [ -z "${JAVA_HOME-}" ] || ! jdk_is_enough "$JAVA_HOME"; then
  jdk_choice=$(
    jdk_candidates | while IFS= read -r home; do
      if jdk_is_enough "$home"; then
        printf '%s\n' "$home"
        break
      fi
    done
  )
  if [ -z "$jdk_choice" ]; then
    echo "Guildhall needs a JDK $jdk_needed or newer: install one, or point JAVA_HOME at it (it is now '${JAVA_HOME-}')." >&2
    exit 1
  fi
  JAVA_HOME=$jdk_choice
fi
export JAVA_HOME
