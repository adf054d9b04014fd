/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.platform.ModuleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest head that this node has seen, in a file outside of the database: whoever has the database and no more can't make a node that
 * starts anew forget which seals were there. It holds what an exported head holds. Nodes that share the directory may share the file.
 */
public class KeptHead {

    private static final Logger LOG = LoggerFactory.getLogger(KeptHead.class);
    private static final String NAME = "audit-head.json";

    private final ModuleFiles files;
    private final ObjectMapper json = new ObjectMapper();
    private volatile Optional<String> problem = Optional.empty();

    public KeptHead(ModuleFiles files) {
        this.files = files;
    }

    Path file() {
        return files.directory().resolve(NAME);
    }

    /**
     * Empty where none was kept.
     *
     * @throws IllegalArgumentException if what stands there is no head, or none that its key signed
     */
    Optional<AuditHead> read(KeyRing keys) {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            AuditHead head = ExportLine.readHead(Files.readString(file()).strip());
            // Of a key that is lost the signature can't be told, and the chain must hold the head all the same.
            if (keys.key(head.keyId()).isPresent() && !head.isSignedWith(keys)) {
                throw new IllegalArgumentException("It is not signed with its key.");
            }
            return Optional.of(head);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("It can't be read.", unreadable);
        }
    }

    /** At once and whole, or not at all: one that was half written would be held for one that was tampered with. */
    void keep(AuditHead head) {
        Path part = files.directory().resolve(NAME + "." + UUID.randomUUID());
        try {
            Files.createDirectories(files.directory());
            Files.write(
                    part,
                    json.writeValueAsString(AuditExport.head(head)).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            problem = Optional.empty();
        } catch (IOException | SecurityException refused) {
            tell(refused);
            discard(part);
        }
    }

    private void tell(Exception refused) {
        if (problem.isEmpty()) {
            LOG.error("event=head_not_kept The head of the audit could not be written to {}", file(), refused);
        }
        problem = Optional.of("The newest head of the audit could not be kept in " + file()
                + ". Rows are sealed, but once OpenMRS is started again it would not be noticed if seals had been taken away. Let"
                + " OpenMRS write to that directory.");
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException | SecurityException left) {
            LOG.debug("A part of a head was left", left);
        }
    }

    /** Why the last one could not be kept, in words for an administrator. */
    Optional<String> problem() {
        return problem;
    }
}
