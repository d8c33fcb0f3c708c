package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AddressTableProperties {

    @Property(tries = 50)
    void itAnswersAsAMapDoes(@ForAll @Size(max = 5000) List<@LongRange(min = -3000, max = 3000) Long> lows) {
        AddressTable table = new AddressTable();
        Map<IpAddress, Integer> map = new HashMap<>();
        for (int i = 0; i < lows.size(); i++) {
            IpAddress address = IpAddress.v6(lows.get(i) % 3, lows.get(i));
            Integer before = map.putIfAbsent(address, i);
            assertThat(table.putIfAbsent(address, i)).isEqualTo(before == null ? AddressTable.NONE : before);
        }
    }
}
