package io.heddle.cni.agent;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniRequest;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What plugins before (ADD), or all of the chain (CHECK), answered: {@code prevResult}. */
record PreviousResult(Fields fields) {

    static Optional<PreviousResult> of(CniRequest request) throws BadField {
        return request.config().object("prevResult").map(PreviousResult::new);
    }

    Json.Members json() {
        return fields.object();
    }

    /** The MAC of the container's interface; another plugin may have changed it. */
    Optional<Mac> mac(AttachmentKey key) throws BadField {
        for (Fields each : fields.objects("interfaces")) {
            if (each.text("sandbox").isPresent() && each.text("name").equals(Optional.of(key.interfaceName()))) {
                return each.parsed("mac", Mac::parse);
            }
        }
        return Optional.empty();
    }

    /** Every address it names. */
    List<IpAddress> addresses() throws BadField {
        List<IpAddress> addresses = new ArrayList<>();
        for (Fields each : fields.objects("ips")) {
            each.parsed("address", text -> IpAddress.parse(text.substring(0, Math.max(0, text.indexOf('/')))))
                    .ifPresent(addresses::add);
        }
        return addresses;
    }
}
