package io.heddle.cni.report;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The blocks that the controller granted, in a file: a node that starts without controller has them. */
public final class GrantedBlocks {

    private final Path file;
    private volatile List<BlockGrant> grants;

    private GrantedBlocks(Path file, List<BlockGrant> grants) {
        this.file = file;
        this.grants = grants;
    }

    /** Reads the file of a directory; without one there are no grants. */
    public static GrantedBlocks open(Path directory) throws IOException {
        Path file = directory.resolve("blocks.json");
        if (!Files.exists(file)) {
            return new GrantedBlocks(file, List.of());
        }
        try {
            Fields fields = Fields.of("", JsonText.read(Files.readAllBytes(file)));
            AgentJson.requireFormat(fields);
            return new GrantedBlocks(file, AgentJson.readGrants(fields));
        } catch (JsonText.NotJson | BadField e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The blocks of a network. */
    public List<Prefix> of(String network) {
        return grants.stream()
                .filter(each -> each.network().equals(network))
                .flatMap(each -> each.blocks().stream())
                .toList();
    }

    /** Takes the place of all grants before; on disk when this returns. Answers whether anything changed. */
    synchronized boolean replace(List<BlockGrant> next) throws IOException {
        if (next.equals(grants)) {
            return false;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest =
                    ByteBuffer.wrap(AgentJson.writeGrants(next).toString().getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        grants = next;
        return true;
    }
}
