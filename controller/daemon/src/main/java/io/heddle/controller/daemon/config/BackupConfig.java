package io.heddle.controller.daemon.config;

import java.nio.file.Path;

/**
 * Backups that the controller makes while it runs.
 *
 * @param keep so many are kept, the newest
 */
public record BackupConfig(Path directory, int everyMinutes, int keep) {}
