/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.Transactions;

/** Writes audit and seals as lines of JSON, page by page: first the chain, then what has no seal yet, then the head, so that a file without one was cut off. */
final class AuditExport {

    private static final int PAGE = 500;
    private static final long WINDOW = 50_000;

    private final SealStore seals;
    private final Transactions transactions;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    AuditExport(SealStore seals, Transactions transactions, Clock clock) {
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
    }

    void write(KeyRing ring, OutputStream out) throws IOException {
        Optional<Seal> last = writeChain(out);
        // Of when the chain ended so, and not of when whoever fetches it had taken the last line: a row without a seal
        // is as old as it was then.
        AuditHead head = AuditHead.sign(last, clock.instant(), ring);
        writeUnsealed(head.seq(), out);
        writeLine(Map.of("head", head(head)), out);
    }

    private Optional<Seal> writeChain(OutputStream out) throws IOException {
        Optional<Seal> last = Optional.empty();
        List<SealedRow> page;
        do {
            Optional<Seal> before = last;
            page = transactions.alone(() -> seals.after(before, PAGE));
            for (SealedRow row : page) {
                writeLine(line(row), out);
                last = Optional.of(row.seal());
            }
        } while (!page.isEmpty());
        return last;
    }

    private void writeUnsealed(long sealedUpTo, OutputStream out) throws IOException {
        Optional<IdWindow> window = transactions.alone(() -> seals.windowFrom(Long.MIN_VALUE, WINDOW));
        while (window.isPresent()) {
            IdWindow ids = window.get();
            List<AuditValues> page = transactions.alone(() -> seals.unsealed(ids, sealedUpTo, PAGE));
            for (AuditValues row : page) {
                writeLine(Map.of("row", columns(row)), out);
            }
            IdWindow done = page.size() < PAGE
                    ? ids
                    : new IdWindow(ids.first(), page.get(PAGE - 1).id());
            window = transactions.alone(() -> seals.windowAfter(done, WINDOW));
        }
    }

    private void writeLine(Map<String, Object> line, OutputStream out) throws IOException {
        out.write(json.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    static Map<String, Object> line(SealedRow sealed) {
        Map<String, Object> line = new LinkedHashMap<>();
        Seal seal = sealed.seal();
        line.put("seq", seal.seq());
        line.put("auditId", seal.auditId());
        line.put("format", seal.format());
        line.put("previous", seal.previous());
        line.put("hash", seal.hash());
        line.put("key", seal.keyId());
        line.put("row", sealed.row().map(AuditExport::columns).orElse(null));
        return line;
    }

    /** By the names of the table's columns, exactly as they stand there; what is null is left out. */
    private static Map<String, Object> columns(AuditValues row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (AuditColumn column : AuditColumn.values()) {
            if (row.get(column) != null) {
                columns.put(column.column(), row.get(column));
            }
        }
        return columns;
    }

    static Map<String, Object> head(AuditHead head) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seq", head.seq());
        values.put("hash", head.hash());
        values.put("auditId", head.auditId());
        values.put("at", head.at().toString());
        values.put("key", head.keyId());
        values.put("signature", head.signature());
        return values;
    }
}
