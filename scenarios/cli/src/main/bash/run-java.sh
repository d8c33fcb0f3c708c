# Sourced by heddle, in the repository and as installed. The JVM of `heddle`, and how it is started.

jvm=(
    -XX:MaxRAMPercentage=60
    -XX:-UsePerfData
    # Standard output belongs to the command: the JVM's own remarks go elsewhere, or nowhere.
    -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
    # Network namespaces and epoll call the kernel; libraries' remarks on their own loggers are nobody's business.
    --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR
)
# Colours and progress are for terminals; the JVM cannot ask about each of the two.
terminals=
if [[ -t 1 ]]; then terminals=out; fi
if [[ -t 2 ]]; then terminals+=+err; fi
if [[ -n $terminals ]]; then jvm+=(-Dheddle.terminal="$terminals"); fi
# The JVM takes one collector only, so ours steps back when another is asked for.
if [[ ${HEDDLE_JAVA_OPTS:-} != *-XX:+Use*GC* ]]; then jvm+=(-XX:+UseSerialGC); fi

# Sets `class_path` to the jars of a build.
jars_of() {
    local jars=("$1"/lib/*.jar)
    local IFS=:
    class_path="${jars[*]}"
}

# Trains on a few typical commands and keeps what it learns of classes, links and profiles. Without the
# cache everything works, later.
train() {
    local cache=$1/heddle.aot
    jars_of "$1"
    if ! timeout 120 "$jdk/bin/java" "${jvm[@]}" -XX:AOTCacheOutput="$cache.new" -cp "$class_path" \
        io.heddle.scenarios.cli.TrainingRun </dev/null >"$1/training.log" 2>&1 || [[ ! -s $cache.new ]]; then
        rm -f "$cache.new"
        return 0
    fi
    mv "$cache.new" "$cache"
}

# Becomes `heddle` from the jars of a build. Needs `jdk`.
run_heddle() {
    local here=$1
    shift
    jars_of "$here"
    if [[ -s $here/heddle.aot ]]; then jvm+=(-XX:AOTCache="$here/heddle.aot"); fi
    # shellcheck disable=SC2086 # HEDDLE_JAVA_OPTS is a list of words
    exec "$jdk/bin/java" "${jvm[@]}" ${HEDDLE_JAVA_OPTS:-} -cp "$class_path" io.heddle.scenarios.cli.Main "$@"
}
