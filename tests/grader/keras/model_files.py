"""What Keras makes of model files, in the folder that it is given.

Loads <n>.keras of each entry of models.json with Keras's own layers alone, answers its rows, and saves it again as
<n>.again.keras. Builds the networks of architectures.py and saves each as <name>.native.keras. Prints one JSON object a
line: {"file", "answer"}, {"file", "refused"} or {"file", "name", "x", "shape", "answer"}.
"""

import json
import os
import sys

from architectures import ARCHITECTURES, keras, np

ROWS = 4


def flat(array):
    return [float(value) for value in np.asarray(array, dtype="float32").ravel()]


def say(**what):
    print(json.dumps(what), flush=True)


def rows_for(model, random):
    shape = model.input_shape[1:]
    embeds = any(isinstance(layer, keras.layers.Embedding) for layer in model.layers)
    x = random.integers(0, 10, (ROWS, *shape)) if embeds else random.standard_normal((ROWS, *shape))
    return x.astype("float32")


folder = sys.argv[1]
with open(os.path.join(folder, "models.json")) as models:
    for given in json.load(models):
        try:
            model = keras.models.load_model(os.path.join(folder, given["file"]), safe_mode=True)
        except Exception as error:  # noqa: BLE001: told for the one file, whatever it is
            say(file=given["file"], refused=str(error))
            continue
        inputs = [np.array(x["values"], "float32").reshape(x["shape"]) for x in given["inputs"]]
        say(file=given["file"], answer=flat(model(inputs[0] if len(inputs) == 1 else inputs, training=False)))
        model.save(os.path.join(folder, given["file"].replace(".keras", ".again.keras")))

for seed, (name, build) in enumerate(ARCHITECTURES.items()):
    keras.utils.set_random_seed(seed)
    random = np.random.default_rng(seed)
    model = build()
    model.set_weights([w + 0.1 * random.random(w.shape).astype("float32") for w in model.get_weights()])
    x = rows_for(model, random)
    path = os.path.join(folder, f"{seed}.native.keras")
    model.save(path)
    # A function of one's own is saved by its name: what the file says is what it is when it is loaded.
    answer = keras.models.load_model(path)(x, training=False)
    say(file=f"{seed}.native.keras", name=name, x=flat(x), shape=list(x.shape), answer=flat(answer))
