"""A smaller, faster model taught by a trained one: ``python -m training.distil TEACHER --out work/fast``. Resumable.

The student reads news nobody annotated, and the annotated training reports, and is to give each word the teacher's
probabilities: of being an anchor, of each role for each of the teacher's anchors, of each class. It begins with some of
the teacher's own layers, their inner width cut to the units that weigh most, and its words are drawn toward the
teacher's words, so that the teacher's heads fit from the start.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from sayso.tagger.decoding import paragraphs
from sayso.tagger.encoding import windows
from sayso.tagger.pieces import Pieces
from training import data
from training.batches import Batch, collate, example, widen
from training.measure import measure
from training.model import Reader
from training.train import annotated, development, read, tokenizer

SIZES = (112, 128, 144)
POOL = 40  # batches sorted by length together
KEPT_LAYERS = (0, 3)
#: A word is a statement's anchor, for the student to learn its roles, from this probability of the teacher's on.
ANCHOR = 0.2


def cut(teacher: Reader, student: Reader) -> None:
    """Give the student the teacher's weights where it has such: embeddings, some layers, the biaffine heads."""
    theirs, ours = teacher.state_dict(), student.state_dict()
    for key, value in theirs.items():
        if key in ours and ours[key].shape == value.shape and not key.startswith("encoder.layers."):
            ours[key] = value
    inner = student.encoder.shape.inner
    for number, taken in enumerate(KEPT_LAYERS):
        prefix = f"encoder.layers.{taken}."
        layer = {k.removeprefix(prefix): v for k, v in theirs.items() if k.startswith(prefix)}
        weight = layer["up.weight"].norm(dim=1) * layer["down.weight"].norm(dim=0)
        keep = weight.topk(inner).indices.sort().values
        layer["up.weight"], layer["up.bias"] = layer["up.weight"][keep], layer["up.bias"][keep]
        layer["down.weight"] = layer["down.weight"][:, keep]
        for key, value in layer.items():
            ours[f"encoder.layers.{number}.{key}"] = value
    student.load_state_dict(ours)


def texts(folder: Path, rng: random.Random, share: float) -> Iterator[tuple[str, tuple[data.Span, ...]]]:
    """Texts with their paragraphs, without end: ``share`` of them annotated training reports, the rest news of which
    none is a development report."""
    gold = annotated(folder)
    kept = {hashlib.sha256(r.text[:200].encode()).digest() for r in data.sourcing(folder / "sourcing/dev.jsonl")}
    news = [data.allsides_text(row) for row in data.read_allsides(folder / "news/allsides.jsonl.xz")]
    news = [t[:8000] for t in news if hashlib.sha256(t[:200].encode()).digest() not in kept]
    while True:
        rng.shuffle(news)
        for text in news:
            while rng.random() < share:
                report = rng.choice(gold)
                yield report.text, report.units
            yield text, data.paragraphs(text)


def stream(
    tok: Pieces, folder: Path, size: int, rng: random.Random, share: float
) -> Iterator[tuple[Batch, np.ndarray, list[np.ndarray]]]:
    """Batches of windows of similar length, without labels, with each window's number of words and their paragraphs."""
    pool = []
    for text, units in texts(folder, rng, share):
        pool += [example("sourcing", w, ()) for w in windows(tok, text, units, size=rng.choice(SIZES))]
        if len(pool) >= size * POOL:
            pool.sort(key=lambda e: len(e.window.pieces))
            groups = [pool[i : i + size] for i in range(0, size * POOL, size)]
            pool = pool[size * POOL :]
            rng.shuffle(groups)
            for group in groups:
                yield collate(group), np.array([len(e.window.words) for e in group]), [e.window.unit for e in group]


def where(anchors: Tensor, units: list[np.ndarray]) -> tuple[Tensor, Tensor, Tensor, Tensor] | None:
    """Rows, words, paragraphs' words and mask of the anchors that the teacher sees."""
    rows, ats, nears, masks = [], [], [], []
    for row, unit in enumerate(units):
        at = np.nonzero(1 - anchors[row, : len(unit), 0].numpy() > ANCHOR)[0]
        if len(at):
            near, mask = paragraphs(unit, at)
            rows.append(np.full(len(at), row))
            ats.append(at)
            nears.append(near)
            masks.append(mask)
    if not rows:
        return None
    width = max(n.shape[1] for n in nears)
    row, at = (torch.from_numpy(np.concatenate(part)) for part in (rows, ats))
    return row, at, widen(nears, width), widen(masks, width)


def apart(student: Tensor, teacher: Tensor, weight: Tensor) -> Tensor:
    """Mean cross-entropy of the student's scores against the teacher's, over the places that count."""
    each = -(torch.softmax(teacher, -1) * torch.log_softmax(student, -1)).sum(-1)
    return (each * weight).sum() / weight.sum().clamp(min=1)


def loss(student: Reader, teacher: Reader, batch: Batch, lengths: np.ndarray, units: list[np.ndarray]) -> Tensor:
    inputs = (batch.pieces, batch.case, batch.place, batch.quote, batch.first)
    mine = student.words(*inputs).float()
    with torch.no_grad():
        theirs = teacher.words(*inputs).float()
    seen = (torch.arange(theirs.shape[1])[None] < torch.from_numpy(lengths)[:, None]).float()
    total = ((mine - theirs) ** 2).mean(-1).mul(seen).sum() / seen.sum()
    for corpus in Reader.CORPORA:
        with torch.no_grad():
            anchors = teacher.anchors[corpus](theirs).float()
        total = total + 8 * apart(student.anchors[corpus](mine).float(), anchors, seen)
        found = where(torch.softmax(anchors, -1), units)
        if found is None:
            continue
        with torch.no_grad():
            roles, refined = teacher.roles[corpus](theirs, *found)
        ours, made = student.roles[corpus](mine, *found)
        total = total + 4 * apart(ours.float(), roles.float(), found[3])
        if corpus == "sourcing":
            with torch.no_grad():
                classes = teacher.classes(theirs, *found, roles, refined).float()
            scores, at = student.classes(mine, *found, ours, made).float(), 0
            for size in student.sizes.values():
                pair = scores[:, at : at + size], classes[:, at : at + size]
                total = total + 0.3 * apart(*pair, torch.ones(len(scores)))
                at += size
    return total


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("teacher", type=Path)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--steps", type=int, default=4000)
    ap.add_argument("--batch", type=int, default=20)
    ap.add_argument("--rate", type=float, default=4e-4)
    ap.add_argument("--annotated", type=float, default=0.3, help="share of annotated reports among what is read")
    ap.add_argument("--init", type=Path, help="a student's weights to go on from instead of the teacher's layers")
    ap.add_argument("--seed", type=int, default=1)
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(o.seed)
    tok = Pieces(tokenizer())
    teacher, student = Reader("accurate"), Reader("fast")
    teacher.load_state_dict(torch.load(o.teacher, map_location="cpu", weights_only=True))
    teacher.eval()
    if o.init:
        student.load_state_dict(torch.load(o.init, map_location="cpu", weights_only=True))
    else:
        cut(teacher, student)
    student.encoder.piece.weight.requires_grad_(False)
    learning = [p for p in student.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=o.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 200, max(0.02, 1 - s / o.steps)))
    average = torch.optim.swa_utils.AveragedModel(
        student, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998)
    )
    parts = {"student": student, "average": average, "optimizer": optimizer, "schedule": schedule}
    start, checkpoint = 0, o.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location="cpu", weights_only=False)
        for name, part in parts.items():
            part.load_state_dict(saved[name])
        start = saved["step"]
    student.train()
    begun, seen, dev = time.time(), 0.0, development(o.data)
    batches = stream(tok, o.data, o.batch, random.Random(o.seed * 1000 + start), o.annotated)
    for step in range(start, o.steps):
        optimizer.zero_grad(set_to_none=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(student, teacher, *next(batches))
        value.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(student)
        seen += value.item()
        if step % 50 == 49:
            print(f"step {step + 1} loss {seen / 50:.3f} {time.time() - begun:.0f} s", flush=True)
            seen = 0.0
        if step % 500 == 499 or step + 1 == o.steps:
            average.module.eval()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = {
                    corpus: measure(reports, lambda r: read(average.module, tok, r, 128, 0.45))
                    for corpus, reports in dev.items()
                }
            print(json.dumps({"step": step + 1} | scores), flush=True)
            torch.save({k: v.state_dict() for k, v in parts.items()} | {"step": step + 1}, checkpoint)
            torch.save(average.module.state_dict(), o.out / "average.pt")


if __name__ == "__main__":
    main()
