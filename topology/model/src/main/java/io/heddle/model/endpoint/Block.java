package io.heddle.model.endpoint;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;

/** An address block that a node's IPAM hands out from (Calico's default is a /26, kubeadm's podCIDR a /24). */
public record Block(Prefix prefix, DeviceName node) {}
