package io.heddle.topology.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the files are that a document names: beside it on disk, or beside it among resources. */
public interface SourceFiles {

    /** Opens a file by the name the document gives it. */
    InputStream open(String name) throws IOException;

    /** What problems in that file call it. */
    String display(String name);

    /** Relative names start at the folder of {@code document}. */
    static SourceFiles beside(Path document) {
        return new SourceFiles() {
            @Override
            public InputStream open(String name) throws IOException {
                try {
                    return Files.newInputStream(document.resolveSibling(name));
                } catch (InvalidPathException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }

            @Override
            public String display(String name) {
                Path folder = document.getParent();
                return folder == null ? name : folder + "/" + name;
            }
        };
    }

    /** For documents that stand alone: every name is unknown. */
    static SourceFiles none() {
        return new SourceFiles() {
            @Override
            public InputStream open(String name) throws IOException {
                throw new IOException("this document cannot name other files");
            }

            @Override
            public String display(String name) {
                return name;
            }
        };
    }
}
