package io.heddle.controller.onos;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

class OnosIdsProperties {

    @Property
    void everyDeviceComesBack(@ForAll("devices") DeviceName device) {
        assertThat(OnosIds.deviceName(OnosIds.deviceId(device))).contains(device);
    }

    @Property
    void everyIdThatHasADeviceIsTheIdOfThatDevice(@ForAll("ids") DeviceId id) {
        OnosIds.deviceName(id)
                .ifPresent(device -> assertThat(OnosIds.deviceId(device)).isEqualTo(id));
    }

    @Property
    void differentDevicesHaveDifferentIds(@ForAll("devices") DeviceName a, @ForAll("devices") DeviceName b) {
        assertThat(OnosIds.deviceId(a).equals(OnosIds.deviceId(b))).isEqualTo(a.equals(b));
    }

    @Property
    void everyPortComesBackAlsoFromItsText(@ForAll("ports") PortIdentity port) {
        PortNumber number = OnosIds.portNumber(port);

        assertThat(OnosIds.portIdentity(number)).contains(port);
        assertThat(OnosIds.portIdentity(PortNumber.fromString(number.toString())))
                .contains(port);
    }

    @Property
    void differentPortsAreNotExactlyEqual(@ForAll("ports") PortIdentity a, @ForAll("ports") PortIdentity b) {
        assertThat(OnosIds.portNumber(a).exactlyEquals(OnosIds.portNumber(b))).isEqualTo(a.equals(b));
    }

    @Provide
    Arbitrary<DeviceName> devices() {
        return names("._-", 3).map(DeviceName::of);
    }

    @Provide
    Arbitrary<DeviceId> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'e')
                .withCharRange('A', 'E')
                .withChars("019._-~/")
                .ofMaxLength(6)
                .map(text -> DeviceId.deviceId("heddle:x" + text));
    }

    @Provide
    Arbitrary<PortIdentity> ports() {
        return Combinators.combine(
                        names("._/:-", 8).map(PortName::of),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE))
                .as(PortIdentity::new);
    }

    /** Short names, so that two of them are often equal or differ in case alone. */
    private static Arbitrary<String> names(String marks, int longest) {
        Arbitrary<String> first = Arbitraries.strings().withChars("abABzZ0189").ofLength(1);
        Arbitrary<String> rest =
                Arbitraries.strings().withChars("abABzZ0189" + marks).ofMaxLength(longest - 1);
        return Combinators.combine(first, rest).as(String::concat);
    }
}
