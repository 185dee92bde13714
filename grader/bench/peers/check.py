hidden = np.load(os.path.join(os.environ["GRADUS_BENCH_ROWS"], "hidden.npz"))
predicted = model.predict(prepare(hidden["x"]), verbose=0).argmax(1)
accuracy = float((predicted == hidden["y"]).mean())
told = {"accuracy": accuracy, "params": model.count_params(), "importSeconds": import_seconds, "trainSeconds": train_seconds}
_ = open(os.environ["GRADUS_BENCH_REPORT"], "w").write(json.dumps(told))
