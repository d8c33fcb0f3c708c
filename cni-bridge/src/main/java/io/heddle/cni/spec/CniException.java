package io.heddle.cni.spec;

import io.heddle.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that fails: what the runtime is told. */
public final class CniException extends Exception {

    private static final long serialVersionUID = 1;

    private final CniCode code;
    private final String details;

    public CniException(CniCode code, String message) {
        this(code, message, "");
    }

    public CniException(CniCode code, String message, String details) {
        super(message);
        this.code = code;
        this.details = details;
    }

    public CniCode code() {
        return code;
    }

    public String details() {
        return details;
    }

    /** The error as the specification has it. */
    public Json.Members json(String version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("cniVersion", Json.text(version));
        members.put("code", Json.number(code.number()));
        members.put("msg", Json.text(String.valueOf(getMessage())));
        if (!details.isEmpty()) {
            members.put("details", Json.text(details));
        }
        return new Json.Members(members);
    }
}
