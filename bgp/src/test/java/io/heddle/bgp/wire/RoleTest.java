package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    /** RFC 9234 section 4.2, table 2. */
    private static final Set<Set<Role>> PAIRS = Set.of(
            Set.of(Role.PROVIDER, Role.CUSTOMER),
            Set.of(Role.ROUTE_SERVER, Role.ROUTE_SERVER_CLIENT),
            Set.of(Role.PEER));

    @ParameterizedTest
    @EnumSource
    void eachRoleGoesWithOneOther(Role own) {
        for (Role remote : Role.values()) {
            Set<Role> pair = own == remote ? Set.of(own) : Set.of(own, remote);
            assertThat(own.goesWith(remote)).as("%s with %s", own, remote).isEqualTo(PAIRS.contains(pair));
        }
    }
}
