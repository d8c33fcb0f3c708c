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

# Trains on a few typical commands, and on a controller that runs, and keeps what each learns of classes, links and
# profiles. Without the caches everything works, later. Two of them: the controller's is twice as large, which would
# cost every other command more than it saves.
train() {
    local of cache
    jars_of "$1"
    for of in heddle controller; do
        cache=$1/$of.aot
        if ! timeout 120 "$jdk/bin/java" "${jvm[@]}" -XX:AOTCacheOutput="$cache.new" -cp "$class_path" \
            io.heddle.scenarios.cli.TrainingRun "$of" </dev/null >"$1/training-$of.log" 2>&1 ||
            [[ ! -s $cache.new ]]; then
            rm -f "$cache.new"
        else
            mv "$cache.new" "$cache"
        fi
    done
}

# Becomes `heddle` from the jars of a build. Needs `jdk`.
run_heddle() {
    local here=$1 cache=heddle
    shift
    jars_of "$here"
    # The daemon, not the questions to one.
    if [[ ${1:-} == controller && ${2:-} == -* ]]; then cache=controller; fi
    if [[ -s $here/$cache.aot ]]; then jvm+=(-XX:AOTCache="$here/$cache.aot"); fi
    # shellcheck disable=SC2086 # HEDDLE_JAVA_OPTS is a list of words
    exec "$jdk/bin/java" "${jvm[@]}" ${HEDDLE_JAVA_OPTS:-} -cp "$class_path" io.heddle.scenarios.cli.Main "$@"
}
