package io.heddle.controller.log;

import java.util.Locale;

/** All names of events in the log. Programs look for them, so a name keeps its meaning. */
public enum LogEvent {
    /** The daemon serves. Fields: {@code name}, {@code revision}, {@code nodes}, {@code pods}, {@code listens}. */
    STARTED(Level.INFO),
    /** The daemon ends. Fields: {@code revision}. */
    STOPPED(Level.INFO),
    /** A layout is in use. Fields: {@code reason}. */
    CONFIGURED(Level.INFO),
    /** A session with a switch. Fields: {@code switch}. */
    SWITCH_UP(Level.INFO),
    /** No session with a switch any more. Fields: {@code switch}, {@code reason}. */
    SWITCH_DOWN(Level.WARNING),
    /** What this controller is to an OpenFlow switch of several controllers. Fields: {@code switch}, {@code role}, {@code reason}. */
    SWITCH_ROLE(Level.INFO),
    /** A cable of a fabric of OpenFlow switches carries nothing, or does again. Fields: {@code cable}. */
    CABLE(Level.WARNING),
    /** A switch does not hold what it should. Fields: {@code switch}, {@code what}, {@code wanted}, {@code found}. */
    DRIFT(Level.WARNING),
    /** A route that a switch had lost is there again after it was told again. Fields: {@code switch}, {@code route}. */
    MENDED(Level.INFO),
    /** A switch does not say what it holds. Fields: {@code switch}, {@code reason}. */
    TABLES_UNREAD(Level.WARNING),
    /** It does again. Fields: {@code switch}, {@code tries}. */
    TABLES_READ(Level.INFO),
    /** An agent has not reported for long. Fields: {@code node}, {@code seconds}, {@code found}. */
    AGENT_SILENT(Level.WARNING),
    /** The controller turned something down. Fields: {@code refusal}, {@code reason}. */
    REFUSED(Level.WARNING),
    /** Something that a person should know. Fields: {@code subject}, {@code text}. */
    WARNING(Level.WARNING),
    /** A request was turned down. Fields: {@code caller}, {@code remote}, {@code code}, {@code detail}. */
    REQUEST_REFUSED(Level.WARNING),
    /** A connection was ended for what its client did. Fields: {@code remote}, {@code reason}. */
    CONNECTION_CUT(Level.WARNING),
    /** New certificates are in use. */
    CERTIFICATES_READ(Level.INFO),
    /** New certificates cannot be used, the old ones stay. Fields: {@code reason}. */
    CERTIFICATES_KEPT(Level.ERROR),
    /** Nothing can be written here. Fields: {@code reason}. */
    NOT_WRITING(Level.WARNING),
    /** It can again. */
    WRITING(Level.INFO),
    /** A backup was made. Fields: {@code file}. */
    BACKUP(Level.INFO),
    /** None could be made. Fields: {@code reason}. */
    BACKUP_FAILED(Level.ERROR),
    /** All of a kind was read from Kubernetes and is watched. Fields: {@code kind}, {@code objects}. */
    KUBERNETES_REACHED(Level.INFO),
    /** Kubernetes cannot be read; what is known of it stays. Fields: {@code kind}, {@code reason}. */
    KUBERNETES_AWAY(Level.WARNING),
    /** An object of Kubernetes was passed over. Fields: {@code object}, {@code reason}. */
    KUBERNETES_MALFORMED(Level.WARNING),
    /** A fault of ours. Fields: {@code where}, {@code fault}. */
    FAULT(Level.ERROR);

    /** How bad it is. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    private final Level level;

    LogEvent(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /** As it is written: {@code switch-down}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
