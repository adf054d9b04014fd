/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.platform.ChartWriter;
import org.openmrs.module.aisupport.platform.RefusedEntryException;

/** A chart in memory that can be written to. It follows no transaction; what a roll-back does is shown where the platform is real. */
public final class FakeChartWriter implements ChartWriter {

    private final Map<String, NewEntry> entries = new LinkedHashMap<>();
    private final Map<String, StandingEntry> standing = new LinkedHashMap<>();
    private final Set<EntryKind> forbidden = EnumSet.noneOf(EntryKind.class);
    private final Set<EntryKind> unvoidable = EnumSet.noneOf(EntryKind.class);
    private boolean refuses;

    public void forbid(EntryKind kind) {
        forbidden.add(kind);
    }

    public void forbidVoiding(EntryKind kind) {
        unvoidable.add(kind);
    }

    public void refuseEverything() {
        refuses = true;
    }

    /** Somebody edits the record in place. */
    public void edit(String recordUuid) {
        change(recordUuid, before -> new StandingEntry(before.voided(), before.content() + " edited"));
    }

    /** Somebody removes the record. */
    public void remove(String recordUuid) {
        change(recordUuid, before -> new StandingEntry(true, before.content()));
    }

    private void change(String recordUuid, UnaryOperator<StandingEntry> change) {
        standing.computeIfPresent(recordUuid, (uuid, before) -> change.apply(before));
    }

    /** By uuid, voided ones too. */
    public Map<String, NewEntry> written() {
        return entries;
    }

    public boolean isVoided(String recordUuid) {
        return standing.get(recordUuid).voided();
    }

    @Override
    public boolean mayWrite(EntryKind kind) {
        return !forbidden.contains(kind);
    }

    @Override
    public boolean mayVoid(EntryKind kind) {
        return !unvoidable.contains(kind);
    }

    @Override
    public String write(NewEntry entry) {
        if (refuses) {
            throw new RefusedEntryException("the platform says no", null);
        }
        String uuid = UUID.randomUUID().toString();
        entries.put(uuid, entry);
        standing.put(uuid, new StandingEntry(false, entry.conceptUuid() + entry.text()));
        return uuid;
    }

    @Override
    public Optional<StandingEntry> lock(EntryKind kind, String recordUuid) {
        return Optional.ofNullable(standing.get(recordUuid));
    }

    @Override
    public Map<String, String> wordsOf(EntryKind kind, Collection<String> recordUuids) {
        return recordUuids.stream()
                .filter(uuid -> standing.containsKey(uuid) && !isVoided(uuid))
                .collect(Collectors.toMap(
                        Function.identity(), uuid -> entries.get(uuid).text()));
    }

    @Override
    public void voidRecord(EntryKind kind, String recordUuid, String reason) {
        remove(recordUuid);
    }
}
