# Sourced by heddle, check and .ci/run. Starts no process unless JAVA_HOME and /usr/lib/jvm have no JDK 25.

is_jdk_25() {
    local line
    [[ -x $1/bin/java && -r $1/release ]] || return 1
    while read -r line; do
        [[ $line == 'JAVA_VERSION="25'[.\"]* ]] && return 0
    done <"$1/release"
    return 1
}

# Sets `jdk` to the home of a JDK 25, or answers no.
find_jdk() {
    local home java
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
        if [[ -n $home ]] && is_jdk_25 "$home"; then jdk=$home; return 0; fi
    done
    java=$(command -v java) && java=$(readlink -f "$java") || return 1
    home=${java%/bin/java}
    is_jdk_25 "$home" && jdk=$home
}
