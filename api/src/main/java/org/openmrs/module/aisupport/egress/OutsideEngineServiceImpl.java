/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Keeps them, and asks their servers, never within a transaction. */
public class OutsideEngineServiceImpl implements OutsideEngineService {

    /** Free text is never sent: whoever wrote it may have written a name. */
    private static final Set<InputDefinition.Kind> NOT_SENT =
            EnumSet.of(InputDefinition.Kind.NOTE, InputDefinition.Kind.PROBLEM_LIST);

    private final OutsideEngineStore store;
    private final OutsideLines lines;
    private final OutsideProtocols protocols;
    private final OutsideCallLog calls;
    private final OutsideHealth health;
    private final EngineRegistry registry;
    private final ConceptMappings mappings;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;

    public OutsideEngineServiceImpl(
            OutsideEngineStore store,
            OutsideLines lines,
            OutsideProtocols protocols,
            OutsideCallLog calls,
            OutsideHealth health,
            EngineRegistry registry,
            ConceptMappings mappings,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.protocols = protocols;
        this.calls = calls;
        this.health = health;
        this.registry = registry;
        this.mappings = mappings;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Listed> engines() {
        return transactions.in(() -> store.all().stream().map(this::listed).toList());
    }

    @Override
    public Listed add(OutsideEngineSetup setup) {
        // Again, since of two who add the same at once the database sends one away: told then that the id is taken.
        return transactions.aloneAndAgainIfInterrupted(() -> {
            setup.refuseNonsense(inputs());
            if (store.lock(setup.id()).isPresent()
                    || registry.engine(setup.id()).isPresent()) {
                throw InvalidRequestException.of("id", "taken", "Another engine has this id. Choose another one.");
            }
            OutsideEngineRow row = new OutsideEngineRow(setup, now());
            store.add(row);
            record(setup.id(), "added");
            return listed(row);
        });
    }

    @Override
    public Listed change(OutsideEngineSetup setup, int version) {
        return changed(setup.id(), version, "changed", row -> {
            setup.refuseNonsense(inputs());
            row.change(setup, now());
        });
    }

    @Override
    public Listed look(String engine) {
        OutsideEngineRow row = transactions.in(() -> existing(engine));
        String caller = user.actor().map(Actor::uuid).orElse(engine);
        String found = protocols.of(row.getSetup()).look(row.getSetup(), caller);
        return changed(engine, row.getVersion(), "looked at", it -> it.lookedAt(found, now()));
    }

    @Override
    public Listed switchTo(String engine, boolean on, int version) {
        return changed(engine, version, on ? "switched on" : "switched off", row -> {
            if (on && row.getDescribed() == null) {
                throw InvalidRequestException.of(
                        "enabled", "notLookedAt", "Have its server looked at first, and see what it asks for.");
            }
            row.switchTo(on, now());
        });
    }

    private Listed changed(String engine, int version, String how, Consumer<OutsideEngineRow> change) {
        return transactions.alone(() -> {
            OutsideEngineRow row =
                    store.lock(engine).orElseThrow(() -> new NotFoundException("engine outside", engine));
            if (version != row.getVersion()) {
                throw InvalidRequestException.of(
                        "version", "stale", "Somebody changed it meanwhile. Nothing of yours was saved; look again.");
            }
            change.accept(row);
            record(engine, how);
            store.flush();
            return listed(row);
        });
    }

    @Override
    public List<OutsideCallLog.Call> calls(String engine) {
        return transactions.in(() -> calls.last(existing(engine).getEngine()));
    }

    @Override
    public List<InputDefinition> inputsToChooseFrom() {
        return transactions.in(() -> mappings.current().inputs().values().stream()
                .filter(input -> !NOT_SENT.contains(input.kind()))
                .toList());
    }

    @Override
    public List<String> obstacles() {
        return transactions.in(health::obstacles);
    }

    @Override
    public boolean areStopped() {
        return transactions.in(health::areStopped);
    }

    private OutsideEngineRow existing(String engine) {
        return store.all().stream()
                .filter(row -> row.getEngine().equals(engine))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("engine outside", engine));
    }

    private void record(String engine, String how) {
        audit.record(AuditEntry.of(AuditKind.OUTSIDE_ENGINE_CHANGED)
                .engine(engine, null)
                .detail(how));
    }

    private Set<String> inputs() {
        return inputsToChooseFrom().stream().map(InputDefinition::id).collect(Collectors.toSet());
    }

    private Listed listed(OutsideEngineRow row) {
        OutsideEngineSetup setup = row.getSetup();
        boolean lookedAt = row.getDescribed() != null;
        return new Listed(
                setup,
                row.getVersion(),
                row.isEnabled(),
                lookedAt,
                lookedAt ? protocols.of(setup).wants(row.getDescribed()) : List.of(),
                lines.obstacle(setup),
                lines.isLeftAlone(setup),
                lines.secretOf(setup).isPresent(),
                calls.lately(setup.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
