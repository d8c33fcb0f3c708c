package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.LabDirectory;
import io.heddle.topology.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code heddle lab exec}: a command in a device's namespace, {@code vtysh} of its routers if none is given. */
final class LabExec {

    private LabExec() {}

    static int run(List<String> args, Terminal terminal) throws InputException, LabException {
        if (args.size() < 2) {
            throw new InputException(
                    "something is missing\nusage: heddle lab exec LAB DEVICE[+TENANT|+POD] [COMMAND...]");
        }
        LabDirectory directory = LabSource.directory(args.getFirst());
        String space = space(directory, args.get(1));
        Path router = directory.path().resolve(args.get(1));
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", space));
        List<String> command = args.subList(2, args.size());
        boolean vtysh = command.isEmpty() || command.getFirst().equals("vtysh");
        if (vtysh && Files.isDirectory(router)) {
            words.addAll(List.of("vtysh", "--vty_socket", router.toString()));
            words.addAll(command.isEmpty() ? List.of() : command.subList(1, command.size()));
        } else {
            words.addAll(command.isEmpty() ? List.of("sh") : command);
        }
        terminal.out().flush();
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException("cannot run " + words.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    private static String space(LabDirectory directory, String device) throws InputException, LabException {
        List<String> spaces = directory.spaces();
        String head = "hd-" + directory.lab() + "-";
        if (spaces.contains(head + device)) {
            return head + device;
        }
        List<String> known =
                spaces.stream().map(each -> each.substring(head.length())).toList();
        throw new InputException("no device '" + device + "' in lab " + directory.lab()
                + Nearest.to(device, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; `heddle lab status " + directory.lab() + "` shows them"));
    }
}
