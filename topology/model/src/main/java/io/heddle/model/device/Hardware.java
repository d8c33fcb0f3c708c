package io.heddle.model.device;

/** What a device is made of, in words: {@code Dell}, {@code PowerSwitch S5248F-ON}, {@code Broadcom Trident 3}. */
public record Hardware(String vendor, String model, String asic) {}
