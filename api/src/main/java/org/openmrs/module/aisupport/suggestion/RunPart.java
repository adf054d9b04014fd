/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.engine.EngineAnswer.Unjudged;
import org.openmrs.module.aisupport.engine.EngineCard;

/** One engine's part in a run, and what it could not judge. */
@Entity(name = "AisupportRunPart")
@Table(name = "aisupport_run_part")
public class RunPart {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "run_part_id")
    private Long id;

    @Column(name = "run_id", updatable = false)
    private Long runId;

    @Column(name = "engine", updatable = false)
    private String engine;

    @Column(name = "engine_version", updatable = false)
    private String engineVersion;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column(name = "proposed")
    private int proposed;

    @Column(name = "missing_json")
    private String missing;

    @Column(name = "quality_json")
    private String quality;

    @Column(name = "error")
    private String error;

    @Column(name = "readable_json")
    private String readable;

    protected RunPart() {}

    RunPart(Run run, EngineCard card) {
        this.runId = run.getId();
        this.engine = card.id();
        this.engineVersion = card.version();
        this.status = RunStatus.RUNNING;
        this.missing = "[]";
        this.quality = "[]";
    }

    /** In the transaction that writes the intent to call it (A1). */
    void mayRead(Readable declared) {
        this.readable = declared.json();
    }

    void complete(int proposed, List<Unjudged> missing, List<String> quality) {
        this.status = RunStatus.COMPLETED;
        this.proposed = proposed;
        this.missing = write(missing).toString();
        this.quality = array(quality).toString();
    }

    void end(RunStatus how, String error) {
        this.status = how;
        this.error = error;
    }

    /** A part of a run that is over is over as well, whether or not its answer ever came. */
    public RunStatus statusIn(RunStatus run) {
        return status == RunStatus.RUNNING && run != RunStatus.RUNNING ? run : status;
    }

    boolean isRunning() {
        return status == RunStatus.RUNNING;
    }

    boolean isFailed() {
        return status == RunStatus.FAILED;
    }

    long getId() {
        return id;
    }

    public String getEngine() {
        return engine;
    }

    public String getEngineVersion() {
        return engineVersion;
    }

    public int getProposed() {
        return proposed;
    }

    public List<Unjudged> getMissing() {
        List<Unjudged> unjudged = new ArrayList<>();
        for (JsonNode json : read(missing)) {
            unjudged.add(
                    new Unjudged(json.path("rule").asText(), json.path("label").asText(), texts(json.path("inputs"))));
        }
        return unjudged;
    }

    public List<String> getQuality() {
        return texts(read(quality));
    }

    /** Empty where the engine was not called, and for calls before this was kept. */
    public Optional<Readable> getReadable() {
        return Optional.ofNullable(readable).map(Readable::read);
    }

    public String getError() {
        return error;
    }

    private static ArrayNode write(List<Unjudged> unjudged) {
        ArrayNode list = JSON.createArrayNode();
        unjudged.forEach(rule -> list.addObject()
                .put("rule", rule.rule())
                .put("label", rule.label())
                .set("inputs", array(rule.inputs())));
        return list;
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode list = JSON.createArrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this class wrote can be read as JSON", e);
        }
    }
}
