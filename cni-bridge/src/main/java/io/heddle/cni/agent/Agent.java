package io.heddle.cni.agent;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniRequest;
import io.heddle.cni.spec.CniResult;
import io.heddle.cni.spec.CniVersion;
import io.heddle.json.BadField;
import io.heddle.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers requests. Safe for many threads, which must be platform threads in the node's namespace. */
final class Agent {

    private final Attachments attachments;
    private final Networks networks;
    private final Status status;

    Agent(Attachments attachments, Networks networks, Status status) {
        this.attachments = attachments;
        this.networks = networks;
        this.status = status;
    }

    /** Answers one run of the plugin. */
    Answer answer(Map<String, String> environment, byte[] input) {
        CniRequest request;
        try {
            request = CniRequest.read(environment, input);
        } catch (CniRequest.Refused e) {
            return Answer.error(e.json());
        }
        CniException error;
        try {
            return answer(request);
        } catch (CniException e) {
            error = e;
        } catch (BadField e) {
            error = new CniException(CniCode.BAD_CONFIGURATION, "network configuration: " + e.getMessage());
        } catch (LinuxException e) {
            error = new CniException(CniCode.KERNEL_REFUSED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            error = new CniException(CniCode.IO_FAILURE, String.valueOf(e.getMessage()));
        }
        AgentLog.event(
                "refused",
                "command",
                request.command(),
                "attachment",
                request.key().map(AttachmentKey::toString).orElse(""),
                "code",
                error.code().number(),
                "reason",
                String.valueOf(error.getMessage()));
        return Answer.error(error.json(request.version().toString()));
    }

    private Answer answer(CniRequest request) throws CniException, BadField, IOException {
        switch (request.command()) {
            case ADD -> {
                Optional<PreviousResult> previous = PreviousResult.of(request);
                CniResult result = attachments.add(request, request.key().orElseThrow());
                return Answer.result(result.json(request.version(), previous.map(PreviousResult::json)));
            }
            case DEL -> attachments.delete(request.key().orElseThrow());
            case CHECK -> attachments.check(request, request.key().orElseThrow());
            case GC -> attachments.collect(networks.of(request).name(), ValidAttachments.read(request.config()));
            case STATUS -> status.requireReady(networks.of(request), request.config());
            case VERSION -> {
                return Answer.result(versions(request.version()));
            }
        }
        return Answer.SILENCE;
    }

    private static Json.Members versions(CniVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("cniVersion", Json.text(version));
        members.put(
                "supportedVersions",
                Json.items(Arrays.stream(CniVersion.values()).map(Json::text).toList()));
        return new Json.Members(members);
    }
}
