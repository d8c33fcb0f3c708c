package io.heddle.controller.daemon.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which Kubernetes cluster is watched.
 *
 * @param kubeconfig as of kubectl; without it the service account of the pod that the controller runs in
 * @param context of that file; without it the current one
 */
public record KubernetesConfig(Optional<Path> kubeconfig, Optional<String> context) {}
