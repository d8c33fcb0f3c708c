package io.heddle.controller.onos.view;

import io.heddle.controller.onos.OnosIds;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Switch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onlab.packet.ChassisId;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.MastershipRole;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.device.PortStatistics;

/**
 * The switches of a fabric as ONOS's device service. A planned fabric does not change, so listeners are never called; ports carry no
 * statistics. Speeds are in Mbit/s, as ONOS has them.
 */
public final class FabricDevices implements DeviceService {

    private static final long MEGABIT = 1_000_000;

    private final Map<DeviceId, Device> devices = new LinkedHashMap<>();
    private final Map<DeviceId, List<Port>> ports = new LinkedHashMap<>();
    private final Predicate<DeviceName> available;

    /** The switches of {@code fabric}; {@code available} tells which have a channel. */
    public FabricDevices(Fabric fabric, Predicate<DeviceName> available) {
        this.available = available;
        for (Switch each : fabric.switches()) {
            DeviceId id = OnosIds.deviceId(each.name());
            Device device = new DefaultDevice(
                    Provenance.HEDDLE,
                    id,
                    Device.Type.SWITCH,
                    "",
                    each.profile().toString(),
                    "",
                    "",
                    new ChassisId());
            devices.put(id, device);
            ports.put(
                    id,
                    each.ports().stream()
                            .<Port>map(port -> new DefaultPort(
                                    device,
                                    OnosIds.portNumber(port),
                                    true,
                                    Port.Type.FIBER,
                                    port.speed().bitsPerSecond() / MEGABIT))
                            .toList());
        }
    }

    @Override
    public int getDeviceCount() {
        return devices.size();
    }

    @Override
    public Iterable<Device> getDevices() {
        return List.copyOf(devices.values());
    }

    @Override
    public Iterable<Device> getDevices(Device.Type type) {
        return type == Device.Type.SWITCH ? getDevices() : List.of();
    }

    @Override
    public Iterable<Device> getAvailableDevices() {
        return devices.values().stream().filter(each -> isAvailable(each.id())).toList();
    }

    @Override
    public Iterable<Device> getAvailableDevices(Device.Type type) {
        return type == Device.Type.SWITCH ? getAvailableDevices() : List.of();
    }

    @Override
    public @Nullable Device getDevice(DeviceId id) {
        return devices.get(id);
    }

    /** Every replica holds its own channels: none is another's standby. */
    @Override
    public MastershipRole getRole(DeviceId id) {
        return devices.containsKey(id) ? MastershipRole.MASTER : MastershipRole.NONE;
    }

    @Override
    public List<Port> getPorts(DeviceId id) {
        return ports.getOrDefault(id, List.of());
    }

    @Override
    public List<PortStatistics> getPortStatistics(DeviceId id) {
        return List.of();
    }

    @Override
    public List<PortStatistics> getPortDeltaStatistics(DeviceId id) {
        return List.of();
    }

    @Override
    public @Nullable Port getPort(DeviceId id, PortNumber number) {
        return getPorts(id).stream()
                .filter(each -> Objects.equals(each.number(), number))
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isAvailable(DeviceId id) {
        return devices.containsKey(id)
                && OnosIds.deviceName(id).filter(available).isPresent();
    }

    @Override
    public String localStatus(DeviceId id) {
        return isAvailable(id) ? "connected" : "not connected";
    }

    /** A view has no clock: always 0. */
    @Override
    public long getLastUpdatedInstant(DeviceId id) {
        return 0;
    }

    @Override
    public void addListener(DeviceListener listener) {}

    @Override
    public void removeListener(DeviceListener listener) {}
}
