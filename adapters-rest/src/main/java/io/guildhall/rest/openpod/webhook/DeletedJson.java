package io.guildhall.rest.openpod.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** It is gone. */
@Schema(name = "PodDeleted")
public record DeletedJson(@Schema(description = "true") boolean deleted) {}
